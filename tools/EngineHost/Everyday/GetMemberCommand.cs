using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The members of objects, once for each type.</summary>
[Cmdlet(VerbsCommon.Get, "Member")]
public sealed class GetMemberCommand : PSCmdlet
{
    private static readonly string[] AccessorPrefixes = ["get_", "set_", "add_", "remove_", "op_"];

    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Which names.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string Name { get; set; } = "*";

    /// <summary>Which kinds.</summary>
    [Parameter]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || !seen.Add(InputObject.TypeNames[0]))
        {
            return;
        }

        var members = InputObject.Members.Match(Name, MemberType).Where(member => !IsAccessor(member));
        foreach (
            var member in members.OrderBy(member => member.MemberType.ToString(), StringComparer.Ordinal).ThenBy(member => member.Name, StringComparer.Ordinal)
        )
        {
            var row = new PSObject();
            row.Properties.Add(new PSNoteProperty("TypeName", InputObject.TypeNames[0]));
            row.Properties.Add(new PSNoteProperty("Name", member.Name));
            row.Properties.Add(new PSNoteProperty("MemberType", member.MemberType));
            row.Properties.Add(new PSNoteProperty("Definition", member.ToString()));
            WriteObject(row);
        }
    }

    private static bool IsAccessor(PSMemberInfo member) =>
        member is PSMethod && AccessorPrefixes.Any(prefix => member.Name.StartsWith(prefix, StringComparison.Ordinal));
}
