using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;
using IdentityPools.Arguments;

namespace IdentityPools.Completion;

/// <summary>The variables and paths as they are at the prompt. They are read, nothing is run.</summary>
internal sealed class CompletionSession
{
    private const int MaximumDepth = 64;

    private static readonly HashSet<Assembly> Trusted =
    [
        typeof(string).Assembly,
        typeof(Collection<>).Assembly,
        typeof(HashSet<>).Assembly,
        typeof(Uri).Assembly,
    ];

    private static readonly HashSet<string> OwnCommands = typeof(CompletionSession)
        .Assembly.GetTypes()
        .Select(type => type.GetCustomAttribute<CmdletAttribute>())
        .OfType<CmdletAttribute>()
        .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}")
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly SessionState? state;

    private CompletionSession(SessionState? state) => this.state = state;

    /// <summary>What can be seen from the place in which the engine completes.</summary>
    public static CompletionSession Current =>
        new((PSValue.Base(ScriptBlock.Create("$ExecutionContext").InvokeReturnAsIs()) as EngineIntrinsics)?.SessionState);

    /// <summary>The paths as the prompt resolves them; null without a session.</summary>
    public PathResolver? Paths => state is null ? null : new(state.Path);

    /// <summary>The value of a variable; null where there is none, or where a look at it could run code.</summary>
    public object? Value(VariablePath path) => path.IsVariable && Held(state?.PSVariable.GetValue(path.UserPath)) is { } value ? Known(value) : null;

    /// <summary>A value that can be looked at; null for an object whose members could run code of someone.</summary>
    public static object? Known(object? value) => IsKnown(value, depth: 0) ? value : null;

    /// <summary>Whether a name on the line is a command of this module, so that its parameters can be looked up: those of others may run code to tell them.</summary>
    public bool IsOwn(string? command) => OwnCommand(command) is not null;

    /// <summary>The class of a command of this module; null where the name means something else here.</summary>
    public Type? OwnCommand(string? command) =>
        command is not null
        && OwnCommands.Contains(command.Split('\\')[^1])
        && state?.InvokeCommand.GetCommand(command, CommandTypes.All) is CmdletInfo { ImplementingType: { } type }
        && type.Assembly == typeof(CompletionSession).Assembly
            ? type
            : null;

    /// <summary>Whether the type of an object is the framework's own; what derives from it may do anything.</summary>
    public static bool IsOfFramework(object value) => Trusted.Contains(Root(value.GetType()).Assembly);

    /// <summary>What the variables hold that is of a type, one by one, and the variables' names.</summary>
    public IEnumerable<(string Name, T Value)> Holding<T>() =>
        All().SelectMany(variable => Items(Held(variable.Value)).OfType<T>().Select(item => (variable.Name, item)));

    /// <summary>The variables whose value fits.</summary>
    public IEnumerable<(string Name, object Value)> Where(Func<object, bool> fits) =>
        All()
            .Select(variable => (variable.Name, Value: Held(variable.Value)))
            .Where(variable => variable.Value is not null && fits(variable.Value))
            .Select(variable => (variable.Name, variable.Value!));

    /// <summary>A value by itself, or each item of a list.</summary>
    public static IEnumerable<object> Items(object? value) =>
        value switch
        {
            null => [],
            IList list => IsOfFramework(list) || IsOfModule(list) ? list.Cast<object?>().Select(item => Known(Held(item))).OfType<object>() : [],
            _ => [value],
        };

    /// <summary>A value without its wrapper; what a file or a job left of a definition is that definition.</summary>
    private static object? Held(object? value) =>
        value is PSObject stored && DefinitionConverter.IsStored(stored) ? DefinitionConverter.Find(stored) ?? value : PSValue.Base(value);

    private static bool IsKnown(object? value, int depth) =>
        value is null
        || (
            depth < MaximumDepth
            && (
                IsOfModule(value)
                || (
                    IsOfFramework(value)
                    && value switch
                    {
                        IDictionary map => map.Values.Cast<object?>().All(item => IsKnown(PSValue.Base(item), depth + 1)),
                        IList list => list.Cast<object?>().All(item => IsKnown(PSValue.Base(item), depth + 1)),
                        _ => true,
                    }
                )
            )
        );

    private static bool IsOfModule(object value) =>
        Root(value.GetType()).Assembly is var home && (home == typeof(IdentityPool).Assembly || home == typeof(CompletionSession).Assembly);

    /// <summary>What a list is made of.</summary>
    private static Type Root(Type type) => type.IsArray ? Root(type.GetElementType()!) : type;

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
