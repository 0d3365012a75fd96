using Pipeline.Briefings.Documents;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Runs of a document as inline markup. Numbers lead to their evidence; words that only say where a number is looked up are left out.</summary>
internal sealed class RunHtml(Voice voice, NumberLinks numbers)
{
    /// <summary>Language and addresses of the page.</summary>
    public Voice Voice => voice;

    /// <summary>Where numbers lead.</summary>
    public NumberLinks Numbers => numbers;

    /// <summary>The runs one after the other.</summary>
    public Html Of(IEnumerable<Run> runs) => Html.Of(runs.Where(run => !run.IsLabel).Select(Of));

    /// <summary>The words of runs alone, without what leads to sources and notes.</summary>
    public static string Plain(IEnumerable<Run> runs) => string.Concat(runs.Where(run => run is { IsLabel: false, IsReference: false } && run.Position == ScriptPosition.Baseline && run.Link is null).Select(run => run.Text));

    /// <summary>A number as a link to its evidence, or as it is where it leads nowhere.</summary>
    public Html Number(int number, string text) => numbers.Of(number) is { } target
        ? voice.To(target, text).Class("number")
        : text;

    private Html Of(Run run)
    {
        Html text = run.Number is { } number ? Number(number, run.Text) : run.Link is { } link ? Link(Safe(link), run.Text) : run.Text;
        text = run.Position switch { ScriptPosition.Superscript => Tag("sup", text), ScriptPosition.Subscript => Tag("sub", text), _ => text };
        text = run.Weight == FontWeight.Bold || run.IsTitle ? Tag("strong", text) : text;
        return run.Colour == Warning ? Tag("span", text).Class("warning") : text;
    }

    /// <summary>Ink of what stands out as a warning: words on invented input.</summary>
    public static Colour Warning { get; } = new(0x9E, 0x36, 0x2C);

    /// <summary>A document leads into itself or to encrypted addresses; anything else would be a fault of the document.</summary>
    private static string Safe(string link) => link.StartsWith('#') || link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal)
        ? link
        : throw new NotSupportedException($"No page leads to '{link}'.");
}
