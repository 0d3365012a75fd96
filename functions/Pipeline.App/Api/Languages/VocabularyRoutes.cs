using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/vocabulary</c>: the words of every code that answers use.</summary>
/// <param name="Meta">Vintage that is served.</param>
/// <param name="Words">Codes by kind, then in a fixed order.</param>
internal sealed record VocabularyList(Meta Meta, IReadOnlyList<VocabularyRow> Words);

/// <summary>A code and its words.</summary>
/// <param name="Term">Kind of code: flag, reason, status, unit and so on.</param>
/// <param name="Code">The code as answers state it.</param>
/// <param name="Ja">
/// Japanese words. Those of a reason are a sentence in which <c>{0}</c>, <c>{1}</c> stand for its arguments; an argument such as
/// <c>quantity:oldScrap|processScrap</c> stands for the words of these codes of that kind.
/// </param>
/// <param name="En">English words, likewise.</param>
/// <param name="Clause">Clause of the policy papers that it comes from, or none.</param>
internal sealed record VocabularyRow(string Term, string Code, string Ja, string En, string? Clause);

/// <summary>The route of words: what each code in an answer means, in both languages.</summary>
internal static class VocabularyRoutes
{
    private static readonly ApiParameter Kind = new(
        "term", new("符号の種類。コンマ区切りで複数。", "Kinds of codes, with commas between."), new ChoiceRule(Code.All<Term>())) { IsList = true, Example = "flag" };

    private static readonly CsvColumn<VocabularyRow>[] Columns =
    [
        CsvColumn<VocabularyRow>.Text("term", row => row.Term),
        CsvColumn<VocabularyRow>.Text("code", row => row.Code),
        CsvColumn<VocabularyRow>.Text("label", row => row.En),
        CsvColumn<VocabularyRow>.Text("clause", row => row.Clause),
        CsvColumn<VocabularyRow>.Japanese("label_ja", row => row.Ja),
    ];

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("v1/vocabulary", Access.Reader, "listVocabulary", new("回答に現れる符号（印、理由、状態など）の言葉。", "Words of the codes in answers: flags, reasons, statuses and others."), Answers.OfView(List))
        {
            Query = [Kind, .. CsvForm.Parameters], Success = AnswerForm.Table<VocabularyList>(), Problems = [ProblemKinds.BadParameter, ProblemKinds.NoVintage], IsKept = true,
        },
    ];

    private static PreparedAnswer List(ApiRequest request, PublishedView view)
    {
        IReadOnlyList<string> kinds = request.QueryList(Kind.Name);
        VocabularyRow[] rows =
        [
            .. from term in Enum.GetValues<Term>()
               where kinds.Count == 0 || kinds.Contains(Code.Of(term))
               from code in Vocabulary.Codes(term)
               select Row(term, code),
        ];
        return request.Media == MediaForm.Csv
            ? CsvForm.Answer(request, rows, Columns, "vocabulary", Freshness.Latest)
            : Answers.Prepared(request, new VocabularyList(Meta.Of(view), rows), Freshness.Latest);
    }

    private static VocabularyRow Row(Term term, string code)
    {
        string clause = Vocabulary.Clause(term, code);
        return new VocabularyRow(Code.Of(term), code, Vocabulary.Word(term, code, Language.Japanese), Vocabulary.Word(term, code, Language.English), clause.Length > 0 ? clause : null);
    }
}
