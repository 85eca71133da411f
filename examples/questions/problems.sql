-- How many reports name a problem with 执法队伍 (the enforcement staff)?
-- One row for each wording: the word itself, then the same matter in other words.
SELECT wording.name AS wording,
       count(DISTINCT items.report_id) AS reports,
       (SELECT count(*) FROM reports) AS of_all,
       string_agg(DISTINCT items.report_id, ', ' ORDER BY items.report_id) AS which
FROM (VALUES ('执法队伍', '执法队伍'),
             ('in other words', '执法(队|力量|人员|骨干)|办案骨干|法制审核力量')) AS wording (name, pattern)
LEFT JOIN items ON items.role = 'problems' AND items.depth = 1 AND regexp_matches(items.text, wording.pattern)
GROUP BY wording.name, wording.pattern
ORDER BY reports, wording;
