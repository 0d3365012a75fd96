using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>Names of pages, which links and headings share.</summary>
internal static class PortalWords
{
    /// <summary>The list of minerals.</summary>
    public static Bilingual Minerals { get; } = new("鉱種一覧", "Minerals");

    /// <summary>All minerals together.</summary>
    public static Bilingual Overview { get; } = new("総覧", "Overview");

    /// <summary>The files.</summary>
    public static Bilingual Briefings { get; } = new("概要資料", "Briefings");

    /// <summary>Where the data come from.</summary>
    public static Bilingual Sources { get; } = new("出典と鮮度", "Sources");

    /// <summary>How to read it all.</summary>
    public static Bilingual Help { get; } = new("読み方", "Help");

    /// <summary>Two minerals side by side.</summary>
    public static Bilingual Comparison { get; } = new("鉱種の比較", "Compare");

    /// <summary>What moved and why.</summary>
    public static Bilingual Changes { get; } = new("変化と理由", "Changes");

    /// <summary>Scenarios.</summary>
    public static Bilingual WhatIf { get; } = new("仮定の試算", "What if");

    /// <summary>Figures as charts and tables.</summary>
    public static Bilingual Explore { get; } = new("図で見る", "Explore");

    /// <summary>The ledger of runs.</summary>
    public static Bilingual Runs { get; } = new("実行と予定", "Runs and timers");

    /// <summary>Rejected rows.</summary>
    public static Bilingual Quarantine { get; } = new("隔離した行", "Rows set aside");
}
