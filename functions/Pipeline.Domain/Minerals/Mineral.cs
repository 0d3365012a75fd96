namespace Pipeline.Domain;

/// <summary>鉱種: a mineral under watch.</summary>
/// <param name="Id">Stable identifier, for example <c>cobalt</c>.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Symbol">Chemical symbol, or empty for groups.</param>
/// <param name="Group">Kind of metal: <c>rare</c>, <c>base</c>, <c>precious</c> or <c>light</c>.</param>
/// <param name="InOrdinance">True for the 34 minerals of ministerial ordinance (省令) No. 9 of 2004 of METI, article 19(2) (basic policy 2020, 2(1)).</param>
/// <param name="Order">Place in lists, from 1.</param>
public sealed record Mineral(string Id, string NameJa, string NameEn, string Symbol, string Group, bool InOrdinance, int Order);
