namespace Amazon.CognitoIdentityProvider.Model;

public class SchemaAttributeType
{
    public string? Name { get; set; }

    public AttributeDataType? AttributeDataType { get; set; }

    public bool? DeveloperOnlyAttribute { get; set; }

    public bool? Mutable { get; set; }

    public bool? Required { get; set; }

    public NumberAttributeConstraintsType? NumberAttributeConstraints { get; set; }

    public StringAttributeConstraintsType? StringAttributeConstraints { get; set; }
}
