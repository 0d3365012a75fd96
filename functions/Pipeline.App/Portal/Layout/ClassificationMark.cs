using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>The words that say who may see a page or a part of it, as briefings have them.</summary>
internal static class ClassificationMark
{
    /// <summary>Anybody may.</summary>
    public static Bilingual Open { get; } = new("公開", "OPEN");

    /// <summary>It may not leave the ministry.</summary>
    public static Bilingual Internal { get; } = new("部内限り", "INTERNAL");
}
