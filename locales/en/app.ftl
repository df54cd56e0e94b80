app-nav-home = Home
app-nav-suggestions = Suggestions
app-nav-deputies = Find a deputy
app-nav-roster = Roster
app-nav-accounts = Accounts

app-home-title = Home
app-home-heading = Work platform of the people's congresses
app-home-lead = Deputies file suggestions, follow and judge them; the congress's office checks, assigns and chases; units sign for them and answer.
app-home-deputies = Find a deputy
app-about-title = About
app-about-text = Lianluo is open software for the elections, appointments, liaison and suggestions of people's congresses at every level.
app-about-version = Version { $version }
app-about-api = Description of the programming interface (OpenAPI)
