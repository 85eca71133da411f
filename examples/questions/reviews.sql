-- How many 行政复议 (administrative review) cases, by issuer and year?
WITH step (code, rank, name) AS (VALUES
    ('reconsideration.received', 1, 'received'),
    ('reconsideration.accepted', 2, 'accepted'),
    ('reconsideration.concluded', 3, 'concluded')
), figures AS (
    -- A report that gives a step several values leaves open which is the whole: that step is left out.
    SELECT report_id, rank, name, max(value) AS cases
    FROM indicators
    JOIN step USING (code)
    WHERE time = 'actual'
    GROUP BY ALL
    HAVING count(DISTINCT value) = 1
), totals AS (
    -- Cases received are the total; where they are not given, those of the next step are.
    SELECT report_id, arg_min(name, rank) AS counted, arg_min(cases, rank) AS cases
    FROM figures
    GROUP BY report_id
)
SELECT issuer, year, CAST(sum(cases) AS BIGINT) AS cases, string_agg(DISTINCT counted, ', ') AS counted
FROM totals
JOIN reports USING (report_id)
GROUP BY issuer, year
ORDER BY year, issuer;
