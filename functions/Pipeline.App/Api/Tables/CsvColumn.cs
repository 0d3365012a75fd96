using CsvHelper;

namespace Pipeline.App.Api;

/// <summary>A column of a CSV answer. Its name is stable: programs find the column by it.</summary>
/// <typeparam name="T">Record of a row.</typeparam>
internal sealed record CsvColumn<T>
{
    private CsvColumn(string name, Action<CsvWriter, T> write) => (Name, Write) = (name, write);

    /// <summary>Name in the first line, lower case with underscores.</summary>
    public string Name { get; }

    /// <summary>True for Japanese words, which are added on request only.</summary>
    public bool IsJapanese { get; private init; }

    /// <summary>Writes the cell of a row.</summary>
    public Action<CsvWriter, T> Write { get; }

    /// <summary>A column of text; one that begins like a formula is made safe for spreadsheets.</summary>
    public static CsvColumn<T> Text(string name, Func<T, string?> cell) => new(name, (writer, row) => writer.WriteField(cell(row) ?? string.Empty));

    /// <summary>A column of numbers in full precision, empty where there is none; a negative number stays a number.</summary>
    public static CsvColumn<T> Number(string name, Func<T, double?> cell) => new(name, (writer, row) =>
    {
        if (cell(row) is { } number)
        {
            writer.WriteField(number, "R");
        }
        else
        {
            writer.WriteField(string.Empty);
        }
    });

    /// <summary>A column of <c>true</c> and <c>false</c>.</summary>
    public static CsvColumn<T> Truth(string name, Func<T, bool> cell) => Text(name, row => cell(row) ? "true" : "false");

    /// <summary>A column of Japanese words.</summary>
    public static CsvColumn<T> Japanese(string name, Func<T, string?> cell) => Text(name, cell) with { IsJapanese = true };
}
