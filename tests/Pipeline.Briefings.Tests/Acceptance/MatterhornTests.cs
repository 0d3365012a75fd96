using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Briefings.Tests.Pdf;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Each condition finds the fault that it is there for, planted into what qpdf prints of a sound file.</summary>
public sealed class MatterhornTests
{
    private static readonly Lazy<string> Sound = new(Print);

    /// <summary>A fault by the first number of its condition: what is written instead of what.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "01-003", "BDC", "BDC /Artifact BMC" },
        { "01-007", "\"/Marked\":true", "\"/Marked\":true,\"/Suspects\":true" },
        { "02-001", "\"/S\":\"/LBody\"", "\"/S\":\"/ListBody\"" },
        { "06-001", "\"/Metadata\":", "\"/Nothing\":" },
        { "06-003", "dc:title", "dc:name" },
        { "07-001", "\"/DisplayDocTitle\":true", "\"/DisplayDocTitle\":false" },
        { "09-004", "\"/S\":\"/TR\"", "\"/S\":\"/Sect\"" },
        { "10-001", "\"/ToUnicode\":", "\"/ToNothing\":" },
        { "11-001", "\"/Lang\":\"u:ja-JP\"", "\"/Lang\":\"u:Japanese\"" },
        { "13-004", "\"/Alt\":\"u:", "\"/Alternative\":\"u:" },
        { "14-002", "\"/S\":\"/H1\"", "\"/S\":\"/H2\"" },
        { "14-003", "\"/S\":\"/H2\"", "\"/S\":\"/H3\"" },
        { "14-006", "\"/S\":\"/H2\"", "\"/S\":\"/H\"" },
        { "15-003", "\"/Scope\":", "\"/Range\":" },
        { "16-001", "\"/ListNumbering\":", "\"/Numbering\":" },
        { "17-002", "\"/S\":\"/Caption\"", "\"/S\":\"/Formula\"" },
        { "19-003", "\"/S\":\"/Caption\"", "\"/S\":\"/Note\"" },
        { "20-001", "\"/Type\":\"/Catalog\"", "\"/Type\":\"/Catalog\",\"/AcroForm\":{}" },
        { "26-001", "\"/Root\":", "\"/Encrypt\":{},\"/Root\":" },
        { "28-002", "\"/Subtype\":\"/Link\"", "\"/Subtype\":\"/TrapNet\"" },
        { "28-004", "\"/Contents\":\"u:", "\"/Words\":\"u:" },
        { "28-008", "\"/Tabs\":\"/S\"", "\"/Tabs\":\"/R\"" },
        { "28-011", "\"/S\":\"/Link\"", "\"/S\":\"/Span\"" },
        { "30-001", "\"/Type\":\"/FontDescriptor\"", "\"/Type\":\"/XObject\"" },
        { "31-001", "\"/Encoding\":\"/Identity-H\"", "\"/Encoding\":\"/WinAnsiEncoding\"" },
        { "31-004", "\"/CIDToGIDMap\":\"/Identity\"", "\"/CIDToGIDMap\":\"/None\"" },
        { "31-009", "\"/FontFile2\":", "\"/FontFile0\":" },
        { "31-028", "> [<", "> [<0000><" },
        { "31-030", " Td <0001", " Td <0000" },
    };

    [Fact]
    public void Every_condition_has_a_planted_fault() => Assert.Equal(
        MatterhornConditions.All.Select(condition => condition.Number[..6]), Faults.Select(row => (string)row[0]));

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_is_found(string number, string sound, string faulty)
    {
        var condition = MatterhornConditions.All.Single(condition => condition.Number.StartsWith(number, StringComparison.Ordinal));
        Assert.Empty(condition.Found(PdfStructure.Read(Sound.Value)));
        Assert.NotEmpty(condition.Found(PdfStructure.Read(Plant(sound, faulty))));
    }

    private static string Print()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Samples.Renderer.Render(Samples.Japanese));
            return JsonNode.Parse(Tool.OutputOf("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", file))!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Replaces in the dictionaries, or else in the decoded streams.</summary>
    private static string Plant(string sound, string faulty)
    {
        if (Sound.Value.Contains(sound, StringComparison.Ordinal)) return Sound.Value.Replace(sound, faulty, StringComparison.Ordinal);
        var json = JsonNode.Parse(Sound.Value)!;
        var planted = false;
        foreach (var (_, entry) in json["qpdf"]![1]!.AsObject())
        {
            if (entry?["stream"]?["data"] is not { } data) continue;
            var text = Encoding.UTF8.GetString(data.GetValue<string>() is { } encoded ? Convert.FromBase64String(encoded) : []);
            if (!text.Contains(sound, StringComparison.Ordinal)) continue;
            entry["stream"]!["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Replace(sound, faulty, StringComparison.Ordinal)));
            planted = true;
        }
        Assert.True(planted, $"The file holds no {sound}.");
        return json.ToJsonString();
    }
}
