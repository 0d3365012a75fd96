using Pipeline.App.Api;
using Pipeline.Briefings.Numbers;

namespace Pipeline.App.Portal;

/// <summary>
/// Leads from a number of a page to the number of the file. Both are composed by the same code as a rule; after an update of the program the file may
/// count otherwise, so a number is found by its address and its text, and one that the file does not print leads nowhere.
/// </summary>
internal sealed class NumberLinks
{
    private readonly Dictionary<int, PortalAddress> targets = [];
    private readonly Dictionary<int, PrintedNumber> numbers;

    /// <summary>Pairs the numbers of a page with those of the file.</summary>
    /// <param name="composed">Numbers of the page.</param>
    /// <param name="printed">Numbers of the file, or none in a vintage of an earlier version.</param>
    public NumberLinks(IReadOnlyList<PrintedNumber> composed, NumbersOfBriefing? printed)
    {
        numbers = composed.ToDictionary(number => number.Number);
        Dictionary<(string, string), int> stored = [];
        foreach (PrintedNumber number in printed?.Numbers ?? [])
        {
            stored.TryAdd((number.Address.Text, number.Text), number.Number);
        }

        foreach (PrintedNumber number in composed)
        {
            if (stored.TryGetValue((number.Address.Text, number.Text), out int target))
            {
                targets[number.Number] = PortalAddress.Number(printed!.Briefing, target, printed.Meta.Vintage);
            }
        }
    }

    /// <summary>Where a number of the page leads, or none.</summary>
    public PortalAddress? Of(int number) => targets.GetValueOrDefault(number);

    /// <summary>The number as it is printed.</summary>
    public string Text(int number) => numbers[number].Text;
}
