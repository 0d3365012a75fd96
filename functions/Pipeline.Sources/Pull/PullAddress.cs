using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>
/// An address as an operator writes it into the settings. <c>{year}</c> in it stands for a year, which each source fills in by its own
/// calendar. A fragment (<c>#ik-100h2024i006.csv</c>) gives the file its name where the path does not; it is never sent.
/// </summary>
public sealed class PullAddress
{
    private const string YearMark = "{year}";
    private const int AnyYear = 2000;

    private readonly string template;

    private PullAddress(string template) => this.template = template;

    /// <summary>True when the address is that of one file a year.</summary>
    public bool IsYearly => template.Contains(YearMark, StringComparison.Ordinal);

    /// <summary>Takes an address.</summary>
    /// <param name="text">The address.</param>
    /// <exception cref="PublisherAddressException">It is no https address, holds a user, or names no file. The message does not repeat it.</exception>
    public static PullAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        PullAddress address = new(text);
        string? fault = !Uri.TryCreate(address.Written(AnyYear), UriKind.Absolute, out Uri? uri) ? "text that is no address"
            : uri.Scheme != Uri.UriSchemeHttps ? $"the scheme {uri.Scheme}"
            : uri.UserInfo.Length > 0 ? "a user in the address"
            : Name(uri).Length == 0 ? $"{ShownAddress.Of(uri)}, which ends in no file name"
            : null;
        return fault is null ? address : throw new PublisherAddressException(new Fault(
            "publisher address", "whole address", "https://host/path/file, or a file name after # where the path has none", fault,
            "mend the address in the settings"));
    }

    /// <summary>The target of this address.</summary>
    /// <param name="source">Source.</param>
    /// <param name="year">Year that stands for <c>{year}</c>.</param>
    internal PullTarget Target(string source, int year)
    {
        Uri written = new(Written(year));
        return new PullTarget(source, Name(written), new UriBuilder(written) { Fragment = string.Empty }.Uri);
    }

    /// <inheritdoc/>
    public override string ToString() => ShownAddress.Of(new Uri(Written(AnyYear)));

    private string Written(int year) => template.Replace(YearMark, year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Name(Uri uri)
    {
        string part = uri.Fragment.Length > 1 ? uri.Fragment[1..] : uri.Segments[^1];
        return part.EndsWith('/') ? string.Empty : FileLabel.Of(Uri.UnescapeDataString(part));
    }
}
