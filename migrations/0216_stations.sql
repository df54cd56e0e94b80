-- What was said at a reception, for the opinion it becomes: to be shown to nobody but those who keep the station's ledgers.
create view v_reception_said as select e.id, e.station, s.congress, s.area, e.topic, e.said, e.opinion
from station_event e join station s on s.id = e.station where e.kind = 'reception' and e.struck is null;
