-- Of the problems that a place named: how many it named again in the year after.
-- Links below 0.6 are not counted: look at these yourself.
SELECT
    issuer,
    count(*) AS problems,
    count(*) FILTER (status = 'again' AND score >= 0.6) AS named_again,
    count(*) FILTER (status = 'again' AND score < 0.6) AS doubtful
FROM outcomes
WHERE error IS NULL AND role = 'problems'
GROUP BY issuer
ORDER BY named_again DESC, issuer;
