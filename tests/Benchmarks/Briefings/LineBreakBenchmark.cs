using System.Text;
using System.Text.Json;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Layout;
using Pipeline.Briefings.Pdf.Text;
using static System.FormattableString;

namespace Pipeline.Benchmarks.Briefings;

/// <summary>Check 13: the lines of all real paragraphs as the briefings break them, beside a browser with the same widths and <c>line-break: strict</c>.</summary>
internal static class LineBreakBenchmark
{
    // Browsers lay text out on a grid of a 64th of a pixel: at ten times the size its rounding vanishes.
    private const int Scale = 10;
    private const int Shown = 12;

    private const string Script = """
        document.fonts.ready.then(() => {
          const all = [];
          for (const box of document.querySelectorAll('div')) {
            const top = box.getBoundingClientRect().top, height = parseFloat(getComputedStyle(box).lineHeight), lines = [];
            const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const range = document.createRange(), text = node.data;
              for (let i = 0; i < text.length; i++) {
                range.setStart(node, i); range.setEnd(node, i + 1);
                const rects = range.getClientRects(), rect = rects[rects.length - 1];
                const line = rect ? Math.floor(((rect.top + rect.bottom) / 2 - top) / height) : lines.length - 1;
                lines[line] = (lines[line] || '') + text[i];
              }
            }
            all.push(lines);
          }
          document.body.textContent = 'LINES' + JSON.stringify(all) + 'END';
        });
        """;

    /// <summary>Breaks every distinct paragraph of more than one line both ways, and writes how many agree and the first that do not.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        StoredAssessments stored = await StoredAssessments.LoadAsync(BriefingFiles.Fonts.Measure);
        foreach (string language in (string[])["ja", "en"])
        {
            List<Setting> settings = [.. BriefingFiles.All(stored).Where(briefing => briefing.Name.EndsWith(language, StringComparison.Ordinal))
                .SelectMany(briefing => briefing.Compose().Body.SelectMany(block => Paragraphs(block, PageFrame.Width)))
                .DistinctBy(setting => setting.Key).Where(setting => setting.Lines().Count > 1)];
            IReadOnlyList<IReadOnlyList<string>> browser = Ask(settings, language);
            (int paragraphs, int ends, int same) = (0, 0, 0);
            List<string> different = [];
            foreach ((Setting setting, IReadOnlyList<string> theirs) in settings.Zip(browser))
            {
                List<string> own = [.. setting.Lines()];
                List<string> other = [.. theirs.Select(line => line.Trim(' '))];
                ends += own.Count - 1;
                same += Ends(own).Intersect(Ends(other)).Count();
                if (own.SequenceEqual(other, StringComparer.Ordinal)) paragraphs++;
                else different.Add(Invariant($"  {setting.Width:F1} pt\n    own     {string.Join(" | ", own)}\n    browser {string.Join(" | ", other)}"));
            }

            output.WriteLine(Invariant($"{language}  {paragraphs} of {settings.Count} paragraphs alike ({(double)paragraphs / settings.Count:P1}), {same} of {ends} line ends ({(double)same / ends:P2})"));
            foreach (string difference in different.Take(Shown)) output.WriteLine(difference);
        }
    }

    /// <summary>Places at which lines end, counted in characters other than spaces.</summary>
    private static IEnumerable<int> Ends(IEnumerable<string> lines)
    {
        int at = 0;
        foreach (string line in lines.SkipLast(1)) yield return at += line.Count(character => character != ' ');
    }

    private static List<List<string>> Ask(IReadOnlyList<Setting> settings, string language)
    {
        StringBuilder page = new($$"""
            <!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><style>{{HtmlDocument.FontFaces}}
            div { font-family: Face; line-break: strict; overflow-wrap: anywhere; white-space: normal; font-kerning: none; font-variant-ligatures: none; text-spacing-trim: space-all; text-autospace: no-autospace }
            .tabular { font-variant-numeric: tabular-nums } a { color: inherit }</style></head><body>
            """);
        foreach (Setting setting in settings)
        {
            TextStyle style = setting.Text.Style;
            page.Append(Invariant($"<div style=\"width:{setting.Width * Scale}pt;font-size:{style.Size * Scale}pt;line-height:{style.Leading * Scale}pt;font-weight:{(style.Weight == FontWeight.Bold ? 700 : 400)}\">"))
                .Append(HtmlDocument.Runs(setting.Text.Runs.Select(run => run with { Text = Normaliser.Normalise(run.Text), Link = null }))).Append("</div>\n");
        }

        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
        try
        {
            File.WriteAllText(file, page.Append("<script>").Append(Script).Append("</script></body></html>").ToString());
            string dump = Browser.Dump(file);
            int start = dump.IndexOf("LINES[", StringComparison.Ordinal) + "LINES".Length;
            int end = dump.LastIndexOf("]END", StringComparison.Ordinal) + 1;
            if (end <= start) throw new InvalidOperationException("chromium gave no lines.");
            return JsonSerializer.Deserialize<List<List<string>>>(System.Net.WebUtility.HtmlDecode(dump[start..end]))!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Paragraphs of a block with the width that each is given. Cells of tables are short and left out.</summary>
    private static IEnumerable<Setting> Paragraphs(Block block, double width) => block switch
    {
        TextBlock text => [new Setting(text, width)],
        Section section => section.Content.SelectMany(part => Paragraphs(part, width)),
        Column column => column.Content.SelectMany(part => Paragraphs(part, width)),
        Row row => row.Cells.SelectMany(cell => Paragraphs(cell.Content, cell.Weight * (width - (row.Gap * (row.Cells.Count - 1))) / row.Cells.Sum(other => other.Weight))),
        Box box => Paragraphs(box.Content, width - (2 * box.Padding) - (box.Accent is null ? 0 : 3)),
        BulletList list => list.Items.Select(item => new Setting(item, width - 14)),
        Figure figure => [new Setting(figure.Caption, width)],
        Table { Caption: { } caption } => [new Setting(caption, width)],
        _ => [],
    };

    /// <summary>A paragraph in its width.</summary>
    private sealed record Setting(TextBlock Text, double Width)
    {
        public string Key => Invariant($"{Width:F3} {Text.Style} {string.Join('|', Text.Runs.Select(run => $"{run.Weight}{run.Position}{run.Text}"))}");

        public IReadOnlyList<string> Lines() => [.. LineBreaker.Break([.. Text.Runs.Select(run => StyledRun.From(run, Text.Style, BriefingFiles.Fonts))], Width)
            .Select(line => string.Concat(line.Fragments.Select(fragment => fragment.Text)).Trim(' '))];
    }
}
