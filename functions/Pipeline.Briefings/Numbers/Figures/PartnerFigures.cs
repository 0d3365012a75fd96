using System.Globalization;
using Pipeline.Briefings.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// Source countries: <c>partners/refined/COD/share</c>, <c>partners/refined/top3/share</c> (the three largest together),
/// <c>partners/refined/after10/share</c> (all but the ten largest), <c>partners/refined/count</c>.
/// </summary>
internal static class PartnerFigures
{
    private const string Unknown = "unknown";

    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        if (words.Length < 3 || assessment.Partners.FirstOrDefault(table => FigurePath.Slug(table.Stage) == words[1] && table.Rows.Count > 0) is not { } table)
        {
            return null;
        }

        List<PartnerRow> ranked = PartnerChart.Ranked(table);
        return words switch
        {
            [_, _, "count"] => Count(assessment, address, table, ranked),
            [_, _, var place, "count"] when Some(ranked, place) is { } rows => Count(assessment, address, table, rows),
            [_, _, var place, var figure] when Some(ranked, place) is { } rows => Together(assessment, address, table, rows, figure),
            [_, _, var key, var figure] when ranked.Find(row => (row.Iso3 ?? Unknown) == key) is { } row => One(assessment, address, table, row, figure),
            _ => null,
        };
    }

    /// <summary>The rows behind <c>top3</c> or <c>after10</c>; none for another word, or where there are fewer.</summary>
    private static List<PartnerRow>? Some(List<PartnerRow> ranked, string word)
    {
        string digits = word.StartsWith("top", StringComparison.Ordinal) ? word[3..] : word.StartsWith("after", StringComparison.Ordinal) ? word[5..] : string.Empty;
        return !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count > ranked.Count
            ? null
            : word[0] == 't' ? ranked.GetRange(0, count) : ranked.GetRange(count, ranked.Count - count);
    }

    private static (double? Value, string Unit) Figure(PartnerRow row, string figure) => figure switch
    {
        "tonnes" => (row.Tonnes, "t"),
        "share" => (row.Share, "1"),
        "risk" => (row.InstitutionalRisk, "1"),
        "term" => (row.Term, "1"),
        _ => (null, "1"),
    };

    private static ResolvedFigure? One(MineralAssessment assessment, FigureAddress address, PartnerTable table, PartnerRow row, string figure)
    {
        (double? value, string unit) = Figure(row, figure);
        if (value is not { } known)
        {
            return null;
        }

        IndicatorResult? result = Result(assessment, table);
        Contribution? contribution = result?.Contributions.FirstOrDefault(one => one.Key == row.Iso3);
        EvidenceNode? unknown = row.Iso3 is null ? result?.Evidence.FirstOrDefault(node => node.Symbol == Unknown) : null;
        ResolvedFigure plain = Plain(assessment, address, table, known, unit) with { Flags = row.Flags };
        if (result is null || (contribution?.Evidence ?? unknown) is not { } own)
        {
            return plain;
        }

        return figure switch
        {
            "tonnes" => plain with { Evidence = [own with { Symbol = "imports" }], Formulas = [new FigureFormula(figure, "imports")] },
            "share" => plain with
            {
                Evidence = [own with { Symbol = "part" }, .. result.AllEvidence],
                Formulas = result.Formulas.FirstOrDefault(formula => formula.Figure == "whole") is { } whole ? [whole, new FigureFormula(figure, "part / whole")] : [],
            },
            "risk" => plain with { Evidence = [.. result.Evidence.Where(node => node.Symbol == "risk" && node.Subject == row.Iso3)] } is { Evidence.Count: > 0 } risk ? risk : plain,
            _ => plain with { Evidence = [.. result.AllEvidence], Formulas = [.. result.Formulas.TakeWhile(formula => formula.Figure != "point")] },
        };
    }

    private static ResolvedFigure? Together(MineralAssessment assessment, FigureAddress address, PartnerTable table, List<PartnerRow> rows, string figure)
    {
        if (rows.Count == 0 || figure == "risk" || !rows.TrueForAll(row => Figure(row, figure).Value is not null))
        {
            return null;
        }

        return Plain(assessment, address, table, rows.Sum(row => Figure(row, figure).Value!.Value), Figure(rows[0], figure).Unit) with
        {
            Flags = [.. rows.SelectMany(row => row.Flags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Formulas = [new FigureFormula(figure, "sum(part)")],
            Evidence = [.. rows.Select(row => Part(assessment, table, row, figure))],
        };
    }

    private static ResolvedFigure Count(MineralAssessment assessment, FigureAddress address, PartnerTable table, List<PartnerRow> rows) =>
        Plain(assessment, address, table, rows.Count, "1") with
        {
            Formulas = [new FigureFormula("count", "count(part)")], Evidence = [.. rows.Select(row => Part(assessment, table, row, "share"))],
        };

    /// <summary>One row of a sum, with what it rests on below it.</summary>
    private static EvidenceNode Part(MineralAssessment assessment, PartnerTable table, PartnerRow row, string figure)
    {
        (double? value, string unit) = Figure(row, figure);
        FigurePath path = FigurePath.Partner(table.Stage, row.Iso3, figure);
        ResolvedFigure one = One(assessment, path.Of(assessment.Mineral), table, row, figure)!;
        // A share of each partner rests on the whole; its own imports say enough below it.
        return new EvidenceNode(figure, row.Iso3 ?? Unknown, value, unit) { Symbol = "part", Inputs = figure == "share" ? [.. one.Evidence.Take(1)] : one.Evidence };
    }

    /// <summary>A figure that rests on the cells of its indicator, or, where that has none, on those of the year's imports.</summary>
    private static ResolvedFigure Plain(MineralAssessment assessment, FigureAddress address, PartnerTable table, double value, string unit)
    {
        IndicatorResult? result = Result(assessment, table);
        List<EvidenceNode> own = [.. result?.AllEvidence ?? []];
        return new ResolvedFigure(address, value, unit, table.Period, ResultStatus.Ok)
        {
            Illustrative = result?.Illustrative ?? false,
            Label = result?.Label ?? AccessLabel.Open,
            Evidence = own.Count > 0 ? own : [.. assessment.Imports.Where(year => year.Year.Equals(table.Period)).Select(year => year.Evidence).OfType<EvidenceNode>()],
        };
    }

    private static IndicatorResult? Result(MineralAssessment assessment, PartnerTable table) =>
        assessment.Find(table.Stage == Stage.Concentrate ? IndicatorId.ImportStabilityConcentrate : IndicatorId.ImportStabilityRefined);
}
