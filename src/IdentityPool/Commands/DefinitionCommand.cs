using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Errors;
using IdentityPools.Files;
using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Validation;

namespace IdentityPools.Commands;

/// <summary>What every command has in common: arguments that cannot be, end the command; an item that fails is an error of its own, and the next one follows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A stop may come late and from another thread; the token source holds nothing that would have to be freed."
)]
public abstract class DefinitionCommand : PSCmdlet
{
    private readonly CancellationTokenSource stopping = new();

    private protected DefinitionCommand() { }

    /// <summary>Set when the user stops the pipeline.</summary>
    private protected CancellationToken StopToken => stopping.Token;

    private protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <inheritdoc/>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>The text of a file or of what is read like one, for example a pipe; the user can stop while it waits.</summary>
    /// <exception cref="FileException">It cannot be read, is longer than the limit, or is no text.</exception>
    private protected string ReadText(string file, string named, int maximumBytes)
    {
        try
        {
            return TextFile.Read(file, named, maximumBytes, StopToken);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>What an argument means; ends the command when it means nothing.</summary>
    private protected T Argument<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DefinitionException fault)
        {
            ThrowTerminatingError(ErrorRecords.Of(fault));
            throw;
        }
    }

    /// <summary>Writes what comes of an item, or the error of this item.</summary>
    private protected void Emit(Func<object?> create)
    {
        object? result;
        try
        {
            result = create();
        }
        catch (DefinitionException fault)
        {
            WriteError(ErrorRecords.Of(fault));
            return;
        }

        WriteObject(result);
    }

    /// <summary>A statement that is written here: a part of it that cannot exist is a fault.</summary>
    private protected PolicyStatement Written(PolicyStatementParts parts) => Doubted(WrittenStatement.Check(PolicyStatement.Create(parts)));

    /// <summary>The same statement; parts that are not known, though they may exist, are warned of.</summary>
    private protected PolicyStatement Doubted(PolicyStatement statement)
    {
        foreach (var doubt in WrittenStatement.Doubts(statement))
        {
            WriteWarning(doubt);
        }

        return statement;
    }

    /// <summary>Warns of a user pool that may not exist.</summary>
    private protected UserPool Doubted(UserPool userPool)
    {
        if (WrittenUserPool.Doubt(userPool) is { } doubt)
        {
            WriteWarning(doubt);
        }

        return userPool;
    }

    private protected static ValueList<TemplateValue> Values(TemplateArgument[]? arguments) =>
        (arguments ?? []).Select(argument => argument.Value).ToValueList();

    private protected static ValueMap<TemplateValue> Tags(IDictionary? tags) => TagRules.Create(PSValue.Entries(tags));
}
