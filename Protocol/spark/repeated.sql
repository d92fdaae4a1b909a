-- For each figure that several texts state: the first text, the outlets that repeat it, and whom they credit.
-- `claims` holds the rows of `hearsay claims`; an outlet is what stands before the first "/" of a text's id.
-- Spark SQL and DuckDB both read this as it is.
SELECT
  low, high, unit, counted,
  min(first_key) AS first_text,
  count(DISTINCT text) AS texts,
  array_join(array_sort(array_distinct(array_agg(outlet))), '; ') AS outlets,
  array_join(array_sort(array_distinct(array_agg(credited))), '; ') AS credited
FROM (
  SELECT
    low, high, coalesce(unit, '') AS unit, lower(counted) AS counted, text,
    concat(coalesce(date, '9999-12-31'), ' ', text) AS first_key,
    split_part(text, '/', 1) AS outlet,
    coalesce(source, 'nobody') AS credited
  FROM claims
  WHERE error IS NULL AND counted IS NOT NULL AND low IS NOT NULL AND high IS NOT NULL
) AS figures
GROUP BY low, high, unit, counted
HAVING count(DISTINCT text) > 1
