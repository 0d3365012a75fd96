using Pipeline.Domain;
using Pipeline.Sources;
using SourceFile = Pipeline.Sources.SourceFile;

namespace Pipeline.App.Pulling;

/// <summary>What must hold of a recognised file before its bytes are stored, whichever way it came.</summary>
internal static class Takeable
{
    /// <summary>
    /// Reads a file that an office hands in. Rows that are merely bad are set aside when the file is read again; restricted ones must not be
    /// stored at all, and a file that stops before its last row may hold some. Files of publishers are taken as they are.
    /// </summary>
    /// <exception cref="PipelineException">The file stops at a cell, or holds a row that only the closed application may hold.</exception>
    public static void Require(SourceFile file, SourceReader reader)
    {
        if (reader.IsReadOnArrival && reader.Read(file).Quarantined.FirstOrDefault(row => row.Rule == QuarantinedRow.Restricted) is { } row)
        {
            throw new LayoutDriftException(new Fault(
                file.Name, row.Cell.Address, row.Expected, row.Found, "remove the row and hand in the file again; the figure belongs to the closed application"));
        }
    }
}
