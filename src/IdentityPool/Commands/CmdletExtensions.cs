using System.Management.Automation;
using IdentityPools.Errors;
using IdentityPools.Validation;

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
    /// Writes what the arguments define. If they cannot be, the command ends; where an object of the pipeline gives some of them, that is an error of this object,
    /// and the next one follows.
    /// </summary>
    public static void WriteDefined(this PSCmdlet cmdlet, Func<object?> define)
    {
        if (cmdlet.MyInvocation.ExpectingInput)
        {
            cmdlet.WriteResult(define);
        }
        else
        {
            cmdlet.WriteObject(cmdlet.ReadArgument(define));
        }
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
