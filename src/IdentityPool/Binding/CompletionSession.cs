using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace IdentityPools.Binding;

/// <summary>The variables and paths as they are at the prompt. They are read, nothing is run.</summary>
internal sealed class CompletionSession
{
    private readonly SessionState? state;

    private CompletionSession(SessionState? state) => this.state = state;

    /// <summary>What can be seen from the place in which the engine completes.</summary>
    public static CompletionSession Current =>
        new((PSValue.Base(ScriptBlock.Create("$ExecutionContext").InvokeReturnAsIs()) as EngineIntrinsics)?.SessionState);

    /// <summary>The paths as the prompt resolves them; null without a session.</summary>
    public PathResolver? Paths => state is null ? null : new(state.Path);

    /// <summary>The value of a variable; null where there is none.</summary>
    public object? Value(VariablePath path) => path.IsVariable ? PSValue.Base(state?.PSVariable.GetValue(path.UserPath)) : null;

    /// <summary>What the variables hold that is of a type, one by one, and the variables' names.</summary>
    public IEnumerable<(string Name, T Value)> Holding<T>() =>
        All().SelectMany(variable => Items(PSValue.Base(variable.Value)).OfType<T>().Select(item => (variable.Name, item)));

    /// <summary>The variables whose value fits.</summary>
    public IEnumerable<(string Name, object Value)> Where(Func<object, bool> fits) =>
        All()
            .Select(variable => (variable.Name, Value: PSValue.Base(variable.Value)))
            .Where(variable => variable.Value is not null && fits(variable.Value))
            .Select(variable => (variable.Name, variable.Value!));

    /// <summary>A value by itself, or each item of a list.</summary>
    public static IEnumerable<object> Items(object? value) =>
        value switch
        {
            null => [],
            IList list => list.Cast<object?>().Select(PSValue.Base).OfType<object>(),
            _ => [value],
        };

    // The variables that the engine sets by itself, as $_, are not what a user would pass on.
    private IEnumerable<PSVariable> All() =>
        Children()
            .Select(PSValue.Base)
            .OfType<PSVariable>()
            .Where(variable => char.IsLetter(variable.Name[0]) && variable.Name is not "PSItem" and not "this" and not "input" and not "args");

    private Collection<PSObject> Children()
    {
        try
        {
            return state?.InvokeProvider.ChildItem.Get("Variable:", recurse: false) ?? [];
        }
        catch (SessionStateException)
        {
            // A session may be made without the drive of variables.
            return [];
        }
    }
}
