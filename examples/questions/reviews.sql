-- How many 行政复议 (administrative review) cases were received, accepted and closed, by issuer and year?
-- A figure counts if it is in 件 and its measure or the section it stands in speaks of 复议.
WITH step (name, pattern) AS (VALUES
    ('received', '收到|新收|申请$'),
    ('accepted', '受理'),
    ('closed', '审结|办结')
), figure AS (
    SELECT quantities.report_id, step.name AS step, quantities.value
    FROM quantities
    JOIN step ON regexp_matches(quantities.measure, step.pattern)
    LEFT JOIN nodes ON nodes.report_id = quantities.report_id AND nodes.id = quantities.section_id
    WHERE quantities.unit IN ('件', '宗', '起')
      AND (contains(quantities.measure, '复议') OR contains(concat(nodes.heading, nodes.text), '复议'))
      AND NOT regexp_matches(quantities.measure, '诉讼|应诉|仲裁|纠错|裁决')
), total AS (
    -- A report gives a step once for the whole, and perhaps again for a part of it: the largest is the whole.
    SELECT report_id, step, max(value) AS cases FROM figure GROUP BY report_id, step
)
SELECT issuer,
       year,
       CAST(sum(cases) FILTER (step = 'received') AS BIGINT) AS received,
       CAST(sum(cases) FILTER (step = 'accepted') AS BIGINT) AS accepted,
       CAST(sum(cases) FILTER (step = 'closed') AS BIGINT) AS closed
FROM total
JOIN reports USING (report_id)
GROUP BY issuer, year
ORDER BY year, issuer;
