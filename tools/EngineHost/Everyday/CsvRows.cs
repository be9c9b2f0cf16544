using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Lines with commas as objects. Values in quotes are not needed here and refused.</summary>
internal sealed class CsvRows
{
    private string[]? header;

    public IEnumerable<PSObject> Read(IEnumerable<string> lines)
    {
        foreach (var line in lines.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (line.Contains('"', StringComparison.Ordinal))
            {
                throw new PSNotSupportedException("This host reads no quotes in comma-separated values.");
            }

            var values = line.Split(',');
            if (header is null)
            {
                header = values;
                continue;
            }

            var row = new PSObject();
            foreach (var (index, name) in header.Index())
            {
                row.Properties.Add(new PSNoteProperty(name, values.ElementAtOrDefault(index)));
            }

            yield return row;
        }
    }
}
