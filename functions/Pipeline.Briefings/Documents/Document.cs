using Pipeline.Domain;

namespace Pipeline.Briefings.Documents;

/// <summary>A briefing as a tree of data: what is said, in which order, with which emphasis. It knows neither pages nor any file format.</summary>
/// <param name="Title">Title of the file, shown by a reader as the window's title.</param>
/// <param name="Subject">One sentence on what the document is about.</param>
/// <param name="Author">Office that is responsible for the content.</param>
/// <param name="Keywords">Search words, in the language of the document.</param>
/// <param name="Language">Language of the text; decides line breaking, the declared language (ja-JP, en-GB) and the page-number words.</param>
/// <param name="AsOf">Date of the data, in Japan standard time; also the file's creation date.</param>
/// <param name="Classification">Text and kind of the banner at the top edge of every page.</param>
/// <param name="Header">Running header: name of the series and of the mineral.</param>
/// <param name="Footer">Left half of the footer: office and date of the data. The right half is the page number.</param>
/// <param name="Body">Sections in reading order.</param>
public sealed record Document(
    string Title,
    string Subject,
    string Author,
    IReadOnlyList<string> Keywords,
    Language Language,
    DateOnly AsOf,
    Classification Classification,
    string Header,
    string Footer,
    IReadOnlyList<Block> Body);

/// <summary>The banner of every page: 公開 (white on green) or 取扱注意 (white on dark red).</summary>
/// <param name="Text">Words of the banner.</param>
/// <param name="IsOpen">True when everything in the document may be published.</param>
public sealed record Classification(string Text, bool IsOpen);
