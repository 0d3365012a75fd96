namespace Pipeline.Domain;

/// <summary>Stage of the supply chain that a figure speaks of (埋蔵→生産→精鉱→製錬品→使用).</summary>
public enum Stage
{
    /// <summary>埋蔵: reserves in the ground.</summary>
    Reserve,

    /// <summary>生産: mine production (or the named production table of the mineral).</summary>
    Mine,

    /// <summary>精鉱: ores and concentrates.</summary>
    Concentrate,

    /// <summary>製錬品: metal, compounds, ferro-alloys and smelter intermediates.</summary>
    Refined,

    /// <summary>スクラップ: waste and scrap in trade.</summary>
    Scrap,

    /// <summary>All traded stages together, without scrap.</summary>
    Trade,

    /// <summary>使用: domestic use.</summary>
    Use,
}
