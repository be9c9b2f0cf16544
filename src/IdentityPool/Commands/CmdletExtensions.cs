using System.Management.Automation;
using IdentityPools.Errors;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>What every command does alike: arguments that cannot be, end the command; an item that fails is an error of its own, and the next one follows.</summary>
internal static class CmdletExtensions
{
    /// <summary>Whether the user gave a parameter.</summary>
    public static bool IsBound(this PSCmdlet cmdlet, string parameter) => cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>What an argument means; ends the command when it means nothing.</summary>
    public static T ReadArgument<T>(this Cmdlet cmdlet, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DefinitionException exception)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.Create(exception));
            throw;
        }
        catch (FileException exception)
        {
            cmdlet.ThrowTerminatingError(exception.Record);
            throw;
        }
    }

    /// <summary>Ends the command if arguments of its command line cannot be, before the first object of the pipeline comes.</summary>
    public static void CheckArguments(this Cmdlet cmdlet, Action check) =>
        cmdlet.ReadArgument(() =>
        {
            check();
            return true;
        });

    /// <summary>
    /// Rejects a parameter without any of those that it goes with. Where parameter sets alone say so, the engine's error names no parameter; so such a parameter
    /// is, hidden, in the other sets too.
    /// </summary>
    /// <exception cref="DefinitionException">It is given without them.</exception>
    public static void CheckGoesWith(this Predicate<string> isGiven, string parameter, params string[] others)
    {
        if (isGiven(parameter) && !Array.Exists(others, other => isGiven(other)))
        {
            throw DefinitionErrors.Create(nameof(Messages.ParameterAlone), parameter, parameter, string.Join(", ", others.Select(other => $"-{other}")));
        }
    }

    /// <summary>
    /// Writes what the arguments define. If they cannot be, the command ends; where an object of the pipeline gives some of them, that is an error of this object,
    /// and the next one follows.
    /// </summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="input">A definition that came by the pipeline, which is an error: what is to be made of it is not said.</param>
    /// <param name="define">Makes the definition.</param>
    public static void WriteDefined(this PSCmdlet cmdlet, IDefinition? input, Func<object?> define)
    {
        if (input is not null)
        {
            cmdlet.WriteError(
                ErrorRecords.Create(
                    DefinitionErrors.Create(
                        cmdlet is NewIdentityPoolCommand && input is IdentityPool ? nameof(Messages.PoolFromPipeline) : nameof(Messages.DefinitionFromPipeline),
                        input,
                        input,
                        cmdlet.MyInvocation.MyCommand.Name
                    )
                )
            );
        }
        else if (cmdlet.MyInvocation.ExpectingInput)
        {
            cmdlet.WriteResult(Defined);
        }
        else
        {
            cmdlet.WriteObject(cmdlet.ReadArgument(Defined));
        }

        // An attribute would reject null before a definition of the pipeline can be refused, which has many properties that are null.
        object? Defined() =>
            cmdlet.MyInvocation.BoundParameters.FirstOrDefault(bound => bound.Value is null).Key is { } missing
                ? throw DefinitionErrors.Create(nameof(Messages.ParameterIsNull), missing, missing)
                : define();
    }

    /// <summary>Writes what comes of an item, or the error of this item.</summary>
    public static void WriteResult(this Cmdlet cmdlet, Func<object?> create)
    {
        object? result;
        try
        {
            result = create();
        }
        catch (DefinitionException exception)
        {
            cmdlet.WriteError(ErrorRecords.Create(exception));
            return;
        }
        catch (FileException exception)
        {
            cmdlet.WriteError(exception.Record);
            return;
        }

        cmdlet.WriteObject(result);
    }

    /// <summary>Warns of each doubt: of what is not known here, though it may exist.</summary>
    public static void WriteWarnings(this Cmdlet cmdlet, IEnumerable<string> doubts)
    {
        foreach (var doubt in doubts)
        {
            cmdlet.WriteWarning(doubt);
        }
    }
}
