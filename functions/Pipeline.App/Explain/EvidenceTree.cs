using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.App.Explain;

/// <summary>Prints a result as a tree from the score down to source cells.</summary>
internal static class EvidenceTree
{
    /// <summary>Lines of the tree.</summary>
    /// <param name="result">The result.</param>
    /// <param name="sources">Snapshots of the assessment, to name the publisher beside a cell.</param>
    public static IEnumerable<string> Lines(IndicatorResult result, IReadOnlyList<SourceUse> sources)
    {
        yield return $"{Vocabulary.Word(Term.Indicator, result.Indicator, Language.English)} ({Vocabulary.Word(Term.Indicator, result.Indicator, Language.Japanese)}), "
            + $"{MineralCatalogue.Get(result.Mineral).NameEn}, {result.Period?.Code ?? "no period"}";
        yield return $"  value {Number(result.Value)} in [{Number(result.Low)}, {Number(result.High)}] {result.Unit}; score {Number(result.Score)}; "
            + $"status {Vocabulary.Word(Term.Status, result.Status, Language.English)}; coverage {Number(result.Coverage)}; imputed {Number(result.ImputedShare)}";
        if (result.Reason is { } reason)
        {
            yield return $"  why: {Vocabulary.Sentence(reason, Language.English)}";
        }

        foreach (string flag in result.Flags)
        {
            yield return $"  flag {flag}: {Vocabulary.Word(Term.Flag, flag, Language.English)}";
        }

        foreach (Companion companion in result.Companions)
        {
            yield return $"  beside it: {Vocabulary.Word(Term.Companion, companion.Id, Language.English)} = {Number(companion.Value)} {companion.Unit}";
        }

        foreach (ParameterUse parameter in result.Parameters)
        {
            yield return $"  parameter {parameter.Id} = {parameter.Value} (since {parameter.From:yyyy-MM-dd}{(parameter.IsStale ? ", confirmation overdue" : string.Empty)})";
        }

        foreach (Contribution contribution in result.Contributions)
        {
            yield return $"  {contribution.Key}: share {Number(contribution.Share)}, factor {Number(contribution.Factor)}, adds {Number(contribution.Term)}";
            foreach (string line in Node(contribution.Evidence, "    "))
            {
                yield return line;
            }
        }

        foreach (string line in result.Evidence.SelectMany(node => Node(node, "  ")))
        {
            yield return line;
        }

        string[] used = [.. result.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Select(cell => cell.Snapshot).Distinct()];
        foreach (SourceUse source in sources.Where(source => used.Contains(source.Snapshot)))
        {
            yield return $"  source {source.File}: {source.Publisher}, {source.Title}; {source.Licence}; sha256 {source.Snapshot}";
        }
    }

    private static IEnumerable<string> Node(EvidenceNode node, string indent)
    {
        string subject = node.Subject.Length == 0 ? string.Empty : $" [{node.Subject}]";
        string formula = node.Formula is null ? string.Empty : $"  = {node.Formula}";
        string reference = node.Reference is null ? string.Empty : $"  from {node.Reference}";
        yield return $"{indent}{node.Quantity}{subject} {Number(node.Value)} {node.Unit}{formula}{reference}";
        foreach (SourceCell cell in node.Cells)
        {
            yield return $"{indent}  cell {cell.Address}";
        }

        foreach (string correction in node.Corrections)
        {
            yield return $"{indent}  correction {correction}";
        }

        foreach (string line in node.Inputs.SelectMany(input => Node(input, indent + "  ")))
        {
            yield return line;
        }
    }

    private static string Number(double? value) => value?.ToString("G10", CultureInfo.InvariantCulture) ?? "none";
}
