using System.Runtime.CompilerServices;

namespace Pipeline.App.Api;

/// <summary>What a route answers when all is well.</summary>
/// <param name="Status">Status code.</param>
/// <param name="Media">Media types it can be had in, the one for callers without a wish first; none for no body.</param>
/// <param name="Type">Record that JSON is written from, or none for other media.</param>
internal sealed record AnswerForm(int Status, IReadOnlyList<MediaForm> Media, Type? Type)
{
    /// <summary>Name of the query parameter that chooses among several forms.</summary>
    public const string Format = "format";

    /// <summary>Status that the same media are answered with when things are not well, or none where that is a problem document.</summary>
    public int? OtherStatus { get; init; }

    /// <summary>An answer without a body.</summary>
    public static AnswerForm None { get; } = new(StatusCodes.Status204NoContent, [], null);

    /// <summary>A record as JSON.</summary>
    public static AnswerForm Json<T>(int status = StatusCodes.Status200OK) => new(status, [MediaForm.Json], typeof(T));

    /// <summary>A record as JSON, or its rows as CSV.</summary>
    public static AnswerForm Table<T>() => new(StatusCodes.Status200OK, [MediaForm.Json, MediaForm.Csv], typeof(T));

    /// <summary>One other medium.</summary>
    public static AnswerForm Of(MediaForm media) => new(StatusCodes.Status200OK, [media], null);

    /// <summary>The parameter that chooses among forms.</summary>
    public static ApiParameter FormatParameter(IReadOnlyList<MediaForm> media) => new(
        Format, new("回答の形式。指定がなければ Accept が決める。", "Form of the answer; without it Accept decides."), new ChoiceRule([.. media.Select(form => form.Name)]));
}

/// <summary>A medium of answers.</summary>
/// <param name="Name">Value of the parameter <c>format</c>.</param>
/// <param name="Type">Media type without parameters.</param>
/// <param name="ContentType">Media type as it is sent.</param>
internal sealed record MediaForm(string Name, string Type, string ContentType)
{
    /// <summary>The few there are stand below: two are equal when they are the same one, which costs nothing where answers are looked up by their medium.</summary>
    public bool Equals(MediaForm? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>JSON.</summary>
    public static MediaForm Json { get; } = new("json", "application/json", "application/json; charset=utf-8");

    /// <summary>CSV (RFC 4180) with a row of names.</summary>
    public static MediaForm Csv { get; } = new("csv", "text/csv", "text/csv; charset=utf-8; header=present");

    /// <summary>PDF.</summary>
    public static MediaForm Pdf { get; } = new("pdf", "application/pdf", "application/pdf");

    /// <summary>HTML.</summary>
    public static MediaForm Html { get; } = new("html", "text/html", "text/html; charset=utf-8");

    /// <summary>A news feed (RFC 4287).</summary>
    public static MediaForm Atom { get; } = new("atom", "application/atom+xml", "application/atom+xml; charset=utf-8");

    /// <summary>One word.</summary>
    public static MediaForm Text { get; } = new("text", "text/plain", "text/plain; charset=utf-8");

    /// <summary>A script.</summary>
    public static MediaForm Script { get; } = new("js", "text/javascript", "text/javascript; charset=utf-8");

    /// <summary>A stylesheet.</summary>
    public static MediaForm Css { get; } = new("css", "text/css", "text/css; charset=utf-8");
}
