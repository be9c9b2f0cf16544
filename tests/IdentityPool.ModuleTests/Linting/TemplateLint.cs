namespace IdentityPools.ModuleTests.Linting;

/// <summary>Collects the templates that tests produce, so that one process of a linter looks at all of them.</summary>
internal static class TemplateLint
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, string> Templates = new(StringComparer.Ordinal);
    private static bool isClosed;

    /// <summary>Adds a template.</summary>
    /// <param name="name">What findings call it.</param>
    /// <param name="text">JSON or YAML; the same text is looked at once.</param>
    /// <exception cref="InvalidOperationException">The linter has run already: the test is to run before.</exception>
    public static void Add(string name, string text)
    {
        lock (Gate)
        {
            if (isClosed)
            {
                throw new InvalidOperationException($"The linter has run already and did not see the template '{name}'.");
            }

            Templates.TryAdd(text, name);
        }
    }

    /// <summary>Writes all templates into a directory; no more are taken then.</summary>
    /// <param name="directory">The directory, which exists.</param>
    /// <returns>How many.</returns>
    public static int WriteTo(string directory)
    {
        lock (Gate)
        {
            isClosed = true;
            foreach (var ((text, name), index) in Templates.Select((entry, index) => (entry, index)))
            {
                File.WriteAllText(Path.Combine(directory, $"{index:D4}.{name}{(text.StartsWith('{') ? ".json" : ".yaml")}"), text);
            }

            return Templates.Count;
        }
    }
}
