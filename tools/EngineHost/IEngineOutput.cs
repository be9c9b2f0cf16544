namespace IdentityPools.EngineHost;

/// <summary>Where the host writes.</summary>
public interface IEngineOutput
{
    /// <summary>How many columns there are.</summary>
    int Width { get; }

    /// <summary>Whether colours are taken out.</summary>
    bool IsPlain { get; }

    /// <summary>Writes output.</summary>
    /// <param name="text">The text, line ends included.</param>
    void Write(string text);

    /// <summary>Writes an error.</summary>
    /// <param name="text">The text, line ends included.</param>
    void WriteError(string text);
}
