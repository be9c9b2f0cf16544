using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace IdentityPools.ModuleTests.Hosting;

/// <summary>
/// The environment as it was before the first test began. Files of tests change variables of this process while they run; a process that another test starts
/// meanwhile must not take them over.
/// </summary>
internal static class InitialEnvironment
{
    private static Dictionary<string, string?> variables = [];

    [ModuleInitializer]
    internal static void Remember() =>
        variables = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal);

    /// <summary>A start whose process gets that environment; what is set afterwards comes on top.</summary>
    public static ProcessStartInfo WithInitialEnvironment(this ProcessStartInfo start)
    {
        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
