using System.Collections;
using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A block or a test of a file, as discovery found it.</summary>
internal abstract class TestNode
{
    public required string Name { get; init; }

    public required TestBlock? Parent { get; init; }

    /// <summary>The row of <c>-ForEach</c> that this node was made of.</summary>
    public object? Data { get; init; }

    public bool HasData { get; init; }

    public bool Skip { get; init; }

    public string Path => Parent is { Parent: not null } ? $"{Parent.Path} › {Name}" : Name;

    public bool IsSkipped => Skip || Parent?.IsSkipped == true;

    /// <summary>The variables that the row gives.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Variables
    {
        get
        {
            if (!HasData)
            {
                yield break;
            }

            yield return new("_", Data);
            if (Unwrapped(Data) is IDictionary row)
            {
                foreach (DictionaryEntry entry in row)
                {
                    yield return new((string)entry.Key, entry.Value);
                }
            }
        }
    }

    public static object? Unwrapped(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
}
