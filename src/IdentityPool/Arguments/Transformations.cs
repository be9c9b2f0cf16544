using System.Management.Automation;
using System.Management.Automation.Internal;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Arguments;

/// <summary>
/// Takes an object that tells id and ARN of a pool, as Select-Object, ConvertFrom-Json and Import-Csv make of one, for that pool: its account is known then.
/// Bound by its id alone it would be looked for in whichever account the session is in.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TakePoolByArnAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (PSValue.Base(inputData) is null or IdentityPool)
        {
            return inputData;
        }

        var properties = PSObject.AsPSObject(inputData).Properties;
        return Told(properties, "Arn", "IdentityPoolArn") is { } arn && Told(properties, "Id", "IdentityPoolId") is { } id ? Reference(id, arn) : inputData;
    }

    private static IdentityPool Reference(object id, object arn)
    {
        try
        {
            var pool = IdentityPool.FromArn($"{arn}");
            return pool.Id == $"{id}" ? pool : throw DefinitionErrors.Create(nameof(Messages.IdentityPoolIdIsNotOfArn), id, id, arn);
        }
        catch (DefinitionException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }

    private static object? Told(PSMemberInfoCollection<PSPropertyInfo> properties, params string[] names) =>
        names.Select(name => PSValue.Base(properties[name]?.Value)).FirstOrDefault(told => told is not null and not "");
}

/// <summary>
/// Rejects null for a switch that opens or takes away something: PowerShell takes <c>-Force:$undefined</c> for <c>-Force</c>, where a command is compiled.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RejectNullAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null || inputData == AutomationNull.Value ? throw new ArgumentTransformationMetadataException(Messages.SwitchIsNull) : inputData;
}
