using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Arguments;

/// <summary>Takes what a file of Export-Clixml, a job or another session left of a definition for that definition.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class TakeStoredAttribute : ArgumentTransformationAttribute
{
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            // Anything else stays in its wrapper, which knows members that the object itself does not have.
            return Taken(inputData is PSObject stored && DefinitionConverter.IsStored(stored) ? DefinitionConverter.Restored(stored) : inputData);
        }
        catch (DefinitionException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }

    /// <summary>What is made of the argument.</summary>
    /// <exception cref="DefinitionException">Nothing can be made of it.</exception>
    private protected virtual object? Taken(object? inputData) => inputData;
}

/// <summary>
/// Takes an object that tells id and ARN of a pool, as Select-Object, ConvertFrom-Json and Import-Csv make of one, for that pool: its account is known then.
/// Bound by its id alone it would be looked for in whichever account the session is in.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TakePoolByArnAttribute : TakeStoredAttribute
{
    private protected override object? Taken(object? inputData)
    {
        if (PSValue.Base(inputData) is null or IdentityPool)
        {
            return inputData;
        }

        var properties = new PoolProperties(inputData!);
        return properties is { Arn: not null, Id: not null } ? properties.Reference() : inputData;
    }
}

/// <summary>Takes whatever comes for the pools that it names; what is wrong with it, the command says.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TakePoolAttribute : TakeStoredAttribute
{
    private protected override object? Taken(object? inputData) =>
        PSValue.Base(inputData) switch
        {
            null => null,
            PoolArgument argument => argument,
            _ => new PoolArgument(inputData!),
        };
}

/// <summary>
/// Takes a pool in the place of a name for its ARN or id. The engine would take its name, by which a pool of another account can be found.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TakeIdOfPoolAttribute : TakeStoredAttribute
{
    private protected override object? Taken(object? inputData) =>
        PSValue.Base(inputData) switch
        {
            IdentityPool pool => IdOf(pool),
            IList list when list.Cast<object?>().Any(item => PSValue.Taken(item) is IdentityPool) => list.Cast<object?>()
                .Select(item => PSValue.Taken(item) is IdentityPool pool ? IdOf(pool) : item)
                .ToArray(),
            _ => inputData,
        };

    private static string IdOf(IdentityPool pool) => pool.Arn ?? pool.Id ?? throw DefinitionErrors.Create(nameof(Messages.PoolInPlaceOfName), pool, pool);
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
