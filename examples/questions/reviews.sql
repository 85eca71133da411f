-- How many 行政复议 (administrative review) cases, by issuer and year?
WITH step (name, rank, pattern) AS (VALUES
    ('received', 1, '收到.*复议|新收.*复议|复议申请$'),
    ('accepted', 2, '(^|[^予])受理'),
    ('handled', 3, '办理.*复议|^行政复议案件$'),
    ('closed', 4, '审结|办结|^结案')
), counts AS (
    -- The figures in 件, with up to 100 characters of the text before each.
    SELECT report_id, value, measure,
           substr(reports.text, greatest(quantities.start - 99, 1), least(quantities.start, 100)) AS before
    FROM quantities
    JOIN reports USING (report_id)
    WHERE unit IN ('件', '宗', '起')
), figures AS (
    -- The words that a figure measures name the step; 复议 stands there too, or before in the same sentence.
    SELECT report_id, name, rank, max(value) AS cases
    FROM counts
    JOIN step ON regexp_matches(measure, pattern)
    WHERE contains(concat(regexp_extract(before, '[^。！？\n]*$'), measure), '复议')
      AND NOT regexp_matches(measure, '诉讼|应诉|仲裁|调解|信访')
    -- A report gives a step for the whole, and perhaps again for a part: the largest figure is the whole.
    GROUP BY ALL
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
