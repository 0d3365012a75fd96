using System.Collections.Concurrent;
using System.Globalization;
using Pipeline.App.Tests.Running;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>
/// The acceptance checks of a rendered file, over every briefing of a mineral of the starter run: 1 to 11 (with the layout of pages and drawings and
/// the conditions of the Matterhorn protocol), 12 with <see cref="DeterminismTests"/>, 15 and 17. Looks, 14, are kept by <see cref="GoldenPagesTests"/>;
/// lines beside a browser, 13, and speed, 16, are measured in tests/Benchmarks.
/// </summary>
[Collection(RefreshedCollection.Name)]
public sealed class BriefingAcceptanceTests(RefreshedStorage refreshed)
{
    [Fact]
    public async Task Every_briefing_is_sound_tagged_readable_framed_and_broken_by_the_rules()
    {
        ConcurrentBag<string> faults = [];
        await Parallel.ForEachAsync(await BriefingsAsync(), (briefing, _) =>
        {
            try
            {
                PdfChecks.All(briefing.Path, briefing.Document);
            }
            catch (Xunit.Sdk.XunitException fault)
            {
                faults.Add($"{Path.GetFileName(briefing.Path)}: {fault.Message}");
            }

            return ValueTask.CompletedTask;
        });

        Assert.True(faults.IsEmpty, string.Join("\n\n", faults.Order(StringComparer.Ordinal).Take(5)));
    }

    [Fact]
    public async Task Every_briefing_rendered_again_is_the_same_file_in_another_culture_and_eight_at_once()
    {
        IReadOnlyList<StoredBriefing> briefings = await BriefingsAsync();
        PdfRenderer renderer = new(StoredBriefings.Fonts);
        ConcurrentBag<string> changed = [];
        int next = -1;
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            CultureInfo.CurrentCulture = SameBytes.OddCulture();
            for (int i = Interlocked.Increment(ref next); i < briefings.Count; i = Interlocked.Increment(ref next))
            {
                if (!renderer.Render(briefings[i].Document).AsSpan().SequenceEqual(File.ReadAllBytes(briefings[i].Path)))
                {
                    changed.Add(briefings[i].Name);
                }
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Empty(changed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_before_the_last_are_filled_to_four_fifths_on_the_mean()
    {
        double[][] fills = [.. (await BriefingsAsync()).Select(briefing => PageFill.Of(briefing.Path).ToArray())];

        Assert.InRange(fills.SelectMany(fill => fill[..^1]).Average(), 0.8, 1);
    }

    [Fact]
    public async Task Every_figure_has_alternative_text_and_every_caption_leads_to_a_note() => Assert.All(await BriefingsAsync(), briefing =>
    {
        Figure[] figures = [.. DocumentWalk.Blocks(briefing.Document).OfType<Figure>()];
        Assert.NotEmpty(figures);
        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(figure.AlternativeText);
            Assert.Contains(figure.Caption.Runs, run => run.Link is not null);
        });
    });

    [Fact]
    public async Task Every_printed_number_is_the_rounded_value_of_its_address_and_follows_from_its_evidence_and_no_count_stands_without_one()
    {
        SelfSufficiencyGoal? goal = (await StoredBriefings.OfAsync(refreshed)).Context.Goal;
        ConcurrentBag<string> faults = [];
        await Parallel.ForEachAsync(await BriefingsAsync(), (briefing, _) =>
        {
            try
            {
                FigureResolver resolver = new([briefing.Assessment], goal: goal);
                NumberChecks.All(briefing.Composed, resolver);
                CountChecks.None(briefing.Composed.Document);
                foreach (PrintedNumber number in briefing.Composed.Numbers) NumberChecks.Recomputed(resolver.Resolve(number.Address));
            }
            catch (Xunit.Sdk.XunitException fault)
            {
                faults.Add($"{Path.GetFileName(briefing.Path)}: {fault.Message}");
            }

            return ValueTask.CompletedTask;
        });

        Assert.True(faults.IsEmpty, string.Join("\n\n", faults.Order(StringComparer.Ordinal).Take(5)));
    }

    [Fact]
    public async Task The_row_of_every_indicator_that_is_missing_says_so_and_its_note_says_why() => Assert.All(await BriefingsAsync(), briefing =>
    {
        Language language = briefing.Document.Language;
        Section scores = DocumentWalk.Sections(briefing.Document).Single(section => section.Anchor == "scores");
        TableRow[] rows = [.. DocumentWalk.Below(scores).OfType<Table>().First().Rows];
        Assert.Equal(IndicatorId.Six.Count, rows.Length);
        foreach ((string indicator, TableRow row) in IndicatorId.Six.Zip(rows))
        {
            IndicatorResult? result = briefing.Assessment.Find(indicator);
            if (result?.Score is not null) continue;
            string status = Vocabulary.Word(Term.Status, result?.Status ?? ResultStatus.Insufficient, language);
            Assert.StartsWith(status, string.Concat(row.Cells[4].Runs.Select(run => run.Text)), StringComparison.Ordinal);
            if (result?.Reason is { } reason)
                Assert.Contains(DocumentWalk.WithoutSpaces(Vocabulary.Sentence(reason, language)), DocumentWalk.Text(briefing.Document), StringComparison.OrdinalIgnoreCase);
        }
    });

    [Fact]
    public async Task Briefings_of_six_pages_stay_under_150_KiB_longer_ones_under_a_sixth_of_it_a_page_and_the_mean_under_110_KiB()
    {
        (int Pages, long Length, string Path)[] files = [.. (await BriefingsAsync()).Select(briefing => (PdfChecks.PageCount(briefing.Path), new FileInfo(briefing.Path).Length, briefing.Path))];

        Assert.All(files, file => Assert.True(file.Length <= 25 * 1024 * Math.Max(6, file.Pages), $"{file}"));
        Assert.True(files.Average(file => file.Length) <= 110 * 1024, $"{files.Average(file => file.Length)}");
    }

    private async Task<IReadOnlyList<StoredBriefing>> BriefingsAsync() => (await StoredBriefings.OfAsync(refreshed)).All;
}
