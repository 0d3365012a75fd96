using Pipeline.Domain;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.AdditionalElements;

/// <summary>The template of entered scores: その他の付加的要素 (P 2(2) ⑤).</summary>
internal static class AdditionalElementsTemplate
{
    public static readonly CodeColumn<string> Mineral = CodeColumn.Minerals("mineral_id", Need.Required, new Wording("鉱種", "Mineral"));

    public static readonly CodeColumn<AdditionalElement> Element = TermColumn.Of(
        "element", Need.Required, new Wording("付加的要素", "What is scored"), Term.AdditionalElement, Enum.GetValues<AdditionalElement>());

    public static readonly ShareColumn Score = new("score", Need.Required, new Wording(
        "評点。0から1で、大きいほど供給への備えを要する", "Score from 0 to 1; higher means more need to be prepared"));

    public static readonly TextColumn Author = new("author", Need.Required, new Wording(
        "評点を付した者（部署・氏名）",
        "Who entered the score: office and name"));

    public static readonly DateColumn EnteredOn = new("entered_on", Need.Required, new Wording("評点を付した日", "Day of entry"));

    public static readonly DateColumn ValidUntil = new("valid_until", Need.Required, new Wording(
        "評点の最終有効日。評点を付した日から一年以内", "Last day on which the score holds: at most one year after entry"));

    public static readonly TextColumn Reason = new("reason", Need.Required, new Wording("評点の理由", "Why this score"));

    public static readonly FeedTemplate Template = new(
        "additional-elements", 1,
        new Wording("付加的要素の評点", "Scores of additional elements"),
        new Wording(
            "基本方針2(2)の項目⑤（将来的な重要性、他鉱種での代替の難しさ）に用いる。これを用いた結果は部内限りとする。任意の様式であり、提出がない、又は期限の切れた評点は値なしとする。",
            "Item 5 of clause 2(2) of the basic policy is their mean (future importance, difficulty of substitution). Results that use them "
                + "are internal. The feed is "
                + "optional: without scores, or after their last day, the factor has no value."),
        [Mineral, Element, Score, Author, EnteredOn, ValidUntil, Reason])
    {
        Key = [Mineral, Element, EnteredOn],
        Rules =
        [
            new Wording(
                "有効期限は評点を付した日以後、一年後の同日まで",
                "A score ends on the day of entry at the earliest, and on the same day one year later at the latest"),
            new Wording("known_from は評点を付した日以後", "known_from is not before the day of entry"),
        ],
    };
}
