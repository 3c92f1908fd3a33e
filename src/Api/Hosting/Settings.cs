using System.ComponentModel.DataAnnotations;
using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Hosting;

/// <summary>Reads a section of the settings, and says in one line what is wrong with it.</summary>
internal static class Settings
{
    /// <exception cref="SettingError">A value has the wrong type or is out of its range, or a name is misspelt.</exception>
    public static T Read<T>(IConfiguration configuration, string section, T settings)
        where T : class
    {
        var known = typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
        foreach (var given in configuration.GetSection(section).GetChildren())
            if (!known.Contains(given.Key, StringComparer.OrdinalIgnoreCase))
                throw new SettingError($"There is no setting {section}:{given.Key}. Known are: {string.Join(", ", known)}.");

        try
        {
            configuration.GetSection(section).Bind(settings);
            Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);
            return settings;
        }
        catch (InvalidOperationException error)
        {
            throw new SettingError($"A setting in {section} cannot be read: {error.Message}");
        }
        catch (ValidationException error)
        {
            throw new SettingError($"A setting in {section} cannot be used: {error.ValidationResult.ErrorMessage}");
        }
    }
}
