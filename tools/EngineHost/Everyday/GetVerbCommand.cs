using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The approved verbs.</summary>
[Cmdlet(VerbsCommon.Get, "Verb")]
public sealed class GetVerbCommand : PSCmdlet
{
    private static readonly Type[] Groups =
    [
        typeof(VerbsCommon),
        typeof(VerbsCommunications),
        typeof(VerbsData),
        typeof(VerbsDiagnostic),
        typeof(VerbsLifecycle),
        typeof(VerbsOther),
        typeof(VerbsSecurity),
    ];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var verb in Groups.SelectMany(group => group.GetFields()).Select(field => (string)field.GetRawConstantValue()!))
        {
            var row = new PSObject();
            row.Properties.Add(new PSNoteProperty("Verb", verb));
            WriteObject(row);
        }
    }
}
