-- Which codes are in force, for boards and pages of other nouns: nothing of this lets one make a code.
create view v_code as select id, kind, target, congress, made from code where revoked is null;
