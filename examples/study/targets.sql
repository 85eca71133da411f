-- Of the targets that a place set itself: how many were met, missed, or never spoken of again.
-- For all four codes that have targets here, more is better.
SELECT
    issuer,
    count(*) AS targets,
    count(*) FILTER (against_target >= 0) AS met,
    count(*) FILTER (against_target < 0) AS missed,
    count(*) FILTER (later_value IS NULL) AS not_told
FROM changes
WHERE error IS NULL AND target_value IS NOT NULL
GROUP BY issuer
ORDER BY count(*) FILTER (against_target >= 0) / count(*) DESC, issuer;
