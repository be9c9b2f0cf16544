namespace IdentityPools;

/// <summary>The text that a template is written in.</summary>
public enum TemplateFormat
{
    /// <summary>YAML with short function tags, as people write it.</summary>
    Yaml,

    /// <summary>JSON.</summary>
    Json,
}
