using IdentityPools.Template;

namespace IdentityPools.Access;

/// <summary>The resource that a user names: an ARN, <c>*</c>, or a function that gives an ARN.</summary>
internal sealed class ResourceName(TemplateValue value)
{
    public const string Identity = "${cognito-identity.amazonaws.com:sub}";

    public TemplateValue Value => value;

    public bool IsEverything => value.Literal == "*";

    /// <summary>The ARN with more of a path behind it.</summary>
    public TemplateValue Below(string suffix) => IsEverything || suffix.Length == 0 ? value : TemplateValue.FromNode(TextParts.Compose(value.Node, suffix));

    /// <summary>The ARN up to its resource and the resource itself; null when a function hides them.</summary>
    public (string Prefix, string Resource)? Parts
    {
        get
        {
            if (value.Literal is not { } text || IsEverything)
            {
                return null;
            }

            var resource = Arn.Parse(text).Resource;
            return (text[..^resource.Length], resource);
        }
    }
}
