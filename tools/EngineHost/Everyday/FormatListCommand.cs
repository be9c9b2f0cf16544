using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Objects as lists of properties, in text.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : PSCmdlet
{
    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Which properties, <c>*</c> for all; without it those that the type shows by default.</summary>
    [Parameter(Position = 0)]
    public string[] Property { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        var names = Names(InputObject).ToList();
        var width = names.Count == 0 ? 0 : names.Max(name => name.Length);
        foreach (var name in names)
        {
            WriteObject($"{name.PadRight(width)} : {LanguagePrimitives.ConvertTo<string>(InputObject.Properties[name]?.Value)}");
        }

        WriteObject("");
    }

    private IEnumerable<string> Names(PSObject item)
    {
        if (Property.Length > 0)
        {
            var patterns = Property.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToList();
            return item.Properties.Select(property => property.Name).Where(name => patterns.Exists(pattern => pattern.IsMatch(name)));
        }

        var standard = item.Members["PSStandardMembers"] as PSMemberSet;
        return (standard?.Members["DefaultDisplayPropertySet"] as PSPropertySet)?.ReferencedPropertyNames ?? item.Properties.Select(property => property.Name);
    }
}
