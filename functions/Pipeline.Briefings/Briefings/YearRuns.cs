using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Years in words, neighbours drawn together: 2015、2017〜2019年; 2015, 2017–2019.</summary>
internal static class YearRuns
{
    /// <summary>The words.</summary>
    /// <param name="years">Years in any order; at least one.</param>
    /// <param name="language">Language of the words.</param>
    public static string Text(IReadOnlyList<int> years, Language language)
    {
        List<(int First, int Last)> runs = [];
        foreach (int year in years.Distinct().Order())
        {
            if (runs.Count > 0 && runs[^1].Last == year - 1) runs[^1] = (runs[^1].First, year);
            else runs.Add((year, year));
        }

        string list = string.Join(Words.ListSeparator.In(language), runs.Select(run => run.First == run.Last
            ? Words.Plain.In(language, Invariant(run.First))
            : Words.Range.In(language, Invariant(run.First), Invariant(run.Last))));
        return Words.YearList.In(language, list);
    }

    private static string Invariant(int year) => year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
}
