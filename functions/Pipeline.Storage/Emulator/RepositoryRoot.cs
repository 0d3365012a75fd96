using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>The folder of a developer's clone: the emulator is installed and keeps its data there.</summary>
public static class RepositoryRoot
{
    private const string Mark = "Pipeline.sln";

    /// <summary>Walks up from the program to the folder with the solution file.</summary>
    /// <exception cref="EmulatorException">There is none: the program runs where it was deployed.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Mark))) return folder.FullName;

        throw new EmulatorException(new Fault(
            "storage emulator", AppContext.BaseDirectory, $"a folder above with {Mark}", "none",
            "set the connection string of a storage account; the emulator is for a clone of the repository"));
    }
}
