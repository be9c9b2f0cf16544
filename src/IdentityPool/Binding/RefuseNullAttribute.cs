using System.Management.Automation;
using System.Management.Automation.Internal;

namespace IdentityPools.Binding;

/// <summary>
/// Refuses null for a switch that opens or takes away something: PowerShell takes <c>-Force:$undefined</c> for <c>-Force</c>, where a command is compiled.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RefuseNullAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null || inputData == AutomationNull.Value ? throw new ArgumentTransformationMetadataException(Messages.SwitchIsNull) : inputData;
}
