using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Years in words, neighbours drawn together: 2015、2017〜2019年; 2015, 2017–2019.</summary>
internal static class YearRuns
{
    /// <summary>The words.</summary>
    /// <param name="years">Years in any order; at least one.</param>
    /// <param name="language">Language of the words.</param>
    public static string Text(IReadOnlyList<int> years, Language language) => Words.YearList.In(language, NumberRuns.Text(years, Words.ListSeparator, language));
}

/// <summary>Whole numbers in words, neighbours drawn together.</summary>
internal static class NumberRuns
{
    /// <summary>The words: 12〜31、35; 12–31, 35.</summary>
    /// <param name="numbers">Numbers in any order; at least one.</param>
    /// <param name="separator">What stands between two runs.</param>
    /// <param name="language">Language of the words.</param>
    public static string Text(IReadOnlyList<int> numbers, Phrase separator, Language language)
    {
        List<(int First, int Last)> runs = [];
        foreach (int number in numbers.Distinct().Order())
        {
            if (runs.Count > 0 && runs[^1].Last == number - 1) runs[^1] = (runs[^1].First, number);
            else runs.Add((number, number));
        }

        return string.Join(separator.In(language), runs.Select(run => run.First == run.Last
            ? Invariant(run.First)
            : Words.Range.In(language, Invariant(run.First), Invariant(run.Last))));
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
